package io.handrail.web.session;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, for counting only: an IPv4 address or an IPv6 network of 64 bits. */
@Singleton
class Source {
  private final boolean behindProxy;

  Source(@Value("${handrail.behind.proxy:false}") boolean behindProxy) {
    this.behindProxy = behindProxy;
  }

  String of(HttpRequest<?> request) {
    if (behindProxy) {
      String forwarded = request.getHeaders().get("X-Forwarded-For");
      // Only the last entry was written by our own proxy; the ones before it anyone may invent.
      if (forwarded != null && forwarded.length() <= 2000) {
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      }
    }
    InetAddress address = request.getRemoteAddress().getAddress();
    if (address == null) return "unknown";
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
        : address.getHostAddress();
  }
}
