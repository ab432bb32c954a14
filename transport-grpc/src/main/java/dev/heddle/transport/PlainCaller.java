package dev.heddle.transport;

import io.grpc.Grpc;
import io.grpc.ServerCall;
import java.security.Principal;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Under which name a gRPC client calls. */
final class PlainCaller {
  private static final String ANYBODY = "grpc";

  private PlainCaller() {}

  /** The common name of its certificate, {@code grpc} when it shows none. */
  static String name(ServerCall<?, ?> call) {
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    if (session == null) return ANYBODY;
    try {
      return common(session.getPeerPrincipal());
    } catch (SSLPeerUnverifiedException none) {
      return ANYBODY;
    }
  }

  private static String common(Principal principal) {
    try {
      for (Rdn part : new LdapName(principal.getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) return String.valueOf(part.getValue());
      }
      return principal.getName();
    } catch (InvalidNameException unusual) {
      return principal.getName();
    }
  }
}
