package dev.heddle.benchmarks.remote;

import dev.heddle.transport.TlsFiles;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An authority of a folder's own, and the certificates of both ends. */
final class Certificates {
  private Certificates() {}

  /** Makes them. */
  static void write(Path folder) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .subject("CN=Authority")
            .ecp256()
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Files.writeString(folder.resolve("trust"), authority.getCertificatePEM());
    for (String name : List.of("shop", "caller")) {
      X509Bundle bundle =
          new CertificateBuilder()
              .subject("CN=" + name)
              .ecp256()
              .addSanDnsName("localhost")
              .addSanIpAddress("127.0.0.1")
              .buildIssuedBy(authority);
      Files.writeString(folder.resolve(name + ".pem"), bundle.getCertificatePathPEM());
      Files.writeString(folder.resolve(name + ".key"), bundle.getPrivateKeyPEM());
    }
  }

  /** One end's. */
  static TlsFiles of(Path folder, String name) {
    return new TlsFiles(
        folder.resolve(name + ".pem"),
        folder.resolve(name + ".key"),
        Optional.of(folder.resolve("trust")));
  }
}
