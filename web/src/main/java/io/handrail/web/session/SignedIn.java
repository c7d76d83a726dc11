package io.handrail.web.session;

import io.handrail.care.access.Account;
import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Somebody with a good session. Roles are the account's as of now, not as of the sign-in. */
final class SignedIn implements Authentication {
  private static final long serialVersionUID = 1L;
  private final transient Account account;
  private final String family;

  SignedIn(Account account, String family) {
    this.account = account;
    this.family = family;
  }

  Actor actor() {
    return account.actor();
  }

  Account account() {
    return account;
  }

  String family() {
    return family;
  }

  @Override
  public String getName() {
    return account.name();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<String> getRoles() {
    return switch (account.actor()) {
      case ClientActor client -> List.of("CLIENT");
      case StaffActor staff -> staff.roles().stream().map(Enum::name).toList();
    };
  }
}
