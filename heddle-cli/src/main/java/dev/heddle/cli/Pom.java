package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The parts of a pom.xml that tell where a project's application is and what it is made from. */
final class Pom {
  private final Element project;

  private Pom(Element project) {
    this.project = project;
  }

  static Pom read(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var parser = factory.newDocumentBuilder();
      // The default one prints to the terminal.
      parser.setErrorHandler(null);
      Document document = parser.parse(file.toFile());
      return new Pom(document.getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException failure) {
      throw CommandFailure.failed("cannot read " + file + ": " + failure.getMessage());
    }
  }

  String artifactId() {
    return text("artifactId");
  }

  List<String> modules() {
    return children(project, "modules").stream()
        .flatMap(modules -> children(modules, "module").stream())
        .map(module -> module.getTextContent().strip())
        .toList();
  }

  /** Whether the module itself, not its children, runs Spring Boot's plugin. */
  boolean makesApplication() {
    return !text("packaging").equals("pom")
        && children(project, "build").stream()
            .flatMap(build -> children(build, "plugins").stream())
            .flatMap(plugins -> children(plugins, "plugin").stream())
            .flatMap(plugin -> children(plugin, "artifactId").stream())
            .anyMatch(name -> name.getTextContent().strip().equals("spring-boot-maven-plugin"));
  }

  /** The value of a property that the file itself sets. */
  Optional<String> property(String name) {
    return children(project, "properties").stream()
        .flatMap(properties -> children(properties, name).stream())
        .map(property -> property.getTextContent().strip())
        .findFirst();
  }

  /** Every artifact that is named anywhere: dependencies, plugins, annotation processors. */
  Set<String> mentionedArtifacts() {
    NodeList ids = project.getElementsByTagName("artifactId");
    return IntStream.range(0, ids.getLength())
        .mapToObj(index -> ids.item(index).getTextContent().strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  private String text(String name) {
    return children(project, name).stream()
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
    }
    return found;
  }
}
