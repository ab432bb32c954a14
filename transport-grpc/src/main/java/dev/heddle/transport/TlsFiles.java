package dev.heddle.transport;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files in PEM with which a process proves who it is.
 *
 * @param certificate its certificate, and those between it and the authority
 * @param key its private key, PKCS #8 without password
 * @param trust certificates of the authorities that others must be certified by; with them, every
 *     caller must show a certificate too. Without, callers trust what Java trusts.
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> trust) {}
