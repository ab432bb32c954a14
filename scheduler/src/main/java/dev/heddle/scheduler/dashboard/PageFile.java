package dev.heddle.scheduler.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file of the page, from the class path. Immutable. */
final class PageFile {
  private static final String FIRST = "index.html";
  private static final List<String> NAMES =
      List.of(
          FIRST,
          "dashboard.css",
          "graph.css",
          "icon.svg",
          "announcement.js",
          "component-panel.js",
          "component-table.js",
          "connection.js",
          "dom.js",
          "edge-details.js",
          "figures.js",
          "graph.js",
          "graph-elements.js",
          "graph-layout.js",
          "graph-style.js",
          "main.js",
          "move-list.js",
          "overview.js",
          "placing.js",
          "process-list.js",
          "token.js",
          "trace-list.js",
          "waterfall.js",
          "lib/cytoscape/cytoscape.esm.min.mjs",
          "lib/cytoscape/LICENSE",
          "lib/dagre/dagre.min.js",
          "lib/dagre/LICENSE");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "LICENSE", "text/plain; charset=utf-8");

  private final String name;
  private final byte[] body;
  private final String tag;

  private PageFile(String name) {
    this.name = name;
    this.body = read(name);
    this.tag = '"' + digest(body) + '"';
  }

  /** All of them, by the path under which they are served. What is not among them is not served. */
  static Map<String, PageFile> all() {
    return NAMES.stream()
        .map(PageFile::new)
        .collect(Collectors.toUnmodifiableMap(PageFile::path, Function.identity()));
  }

  String type() {
    String type =
        TYPES.get(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1));
    if (type == null) throw new IllegalStateException("no content type for " + name);
    return type;
  }

  /** Not a copy: for writing it to a socket. */
  byte[] body() {
    return body;
  }

  /** Another one for another content. */
  String tag() {
    return tag;
  }

  private String path() {
    return name.equals(FIRST) ? "/" : "/" + name;
  }

  private static byte[] read(String name) {
    try (InputStream file = PageFile.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException("the class path has no " + name);
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
