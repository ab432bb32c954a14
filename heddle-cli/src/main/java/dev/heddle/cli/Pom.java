package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The parts of a pom.xml that tell where a project's application is. */
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
      Document document = factory.newDocumentBuilder().parse(file.toFile());
      return new Pom(document.getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException failure) {
      throw CommandFailure.failed("cannot read " + file + ": " + failure.getMessage());
    }
  }

  List<String> modules() {
    return children(project, "modules").stream()
        .flatMap(modules -> children(modules, "module").stream())
        .map(module -> module.getTextContent().strip())
        .toList();
  }

  /** Whether the module itself, not its children, runs Spring Boot's plugin. */
  boolean makesApplication() {
    return children(project, "build").stream()
        .flatMap(build -> children(build, "plugins").stream())
        .flatMap(plugins -> children(plugins, "plugin").stream())
        .flatMap(plugin -> children(plugin, "artifactId").stream())
        .anyMatch(name -> name.getTextContent().strip().equals("spring-boot-maven-plugin"));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) found.add(element);
    }
    return found;
  }
}
