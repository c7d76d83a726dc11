package io.handrail.web.session;

import io.handrail.care.access.Account;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/** Lets somebody straight in who has just made their account. */
@Singleton
public class Entrance {
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final SecondFactors factors;
  private final HalfSignedIn half;

  Entrance(Sessions sessions, SessionCookies cookies, SecondFactors factors, HalfSignedIn half) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.factors = factors;
    this.half = half;
  }

  /**
   * @param to a path of this service
   * @return a redirect there that carries the new session; without a session when this service is
   *     not for such an account
   */
  public MutableHttpResponse<?> letIn(Account account, String to) {
    if (factors.asks(account)) {
      URI second = URI.create("/sign-in/second" + ReturnPath.query(to));
      return half.set(HttpResponse.seeOther(second), account);
    }
    var answer = HttpResponse.seeOther(URI.create(ReturnPath.checked(to)));
    return sessions.open(account).map(pair -> cookies.set(answer, pair)).orElse(answer);
  }
}
