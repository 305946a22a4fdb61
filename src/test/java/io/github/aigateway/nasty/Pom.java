package io.github.aigateway.nasty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** How the POM sets up the generator, so that no test says it again. */
final class Pom {

  private final Element project;
  private final Element configuration;

  private Pom(Element project) {
    this.project = project;
    this.configuration = child(plugin("openapi-generator-maven-plugin"), "configuration");
  }

  private Element plugin(String artifact) {
    return children(child(child(project, "build"), "plugins")).stream()
        .filter(it -> text(it, "artifactId").equals(artifact))
        .findFirst()
        .orElseThrow();
  }

  /** The configuration of an execution. */
  private Element execution(String artifact, String id) {
    return children(child(plugin(artifact), "executions")).stream()
        .filter(it -> it.getTextContent().strip().startsWith(id + "\n"))
        .map(it -> child(it, "configuration"))
        .findFirst()
        .orElseThrow();
  }

  static Pom read() {
    try {
      return new Pom(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Path.of("pom.xml").toFile())
              .getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException unreadable) {
      throw new IllegalStateException("Run this in the directory of the POM.", unreadable);
    }
  }

  String property(String name) {
    return text(child(project, "properties"), name);
  }

  /** The setting that all executions share. */
  String setting(String name) {
    return resolved(text(configuration, name));
  }

  /** A setting of the form {@code a=b,c=d}. */
  Map<String, String> mappings(String name) {
    Map<String, String> mappings = new LinkedHashMap<>();
    for (String mapping : setting(name).split(",", -1)) {
      int equals = mapping.indexOf('=');
      mappings.put(mapping.substring(0, equals), mapping.substring(equals + 1));
    }
    return mappings;
  }

  Map<String, String> configOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    for (Element option : children(child(configuration, "configOptions"))) {
      options.put(option.getTagName(), option.getTextContent().strip());
    }
    return options;
  }

  /** A setting of one execution of the generator. */
  String setting(String execution, String name) {
    return resolved(text(execution("openapi-generator-maven-plugin", execution), name));
  }

  /** What the build replaces in generated code before it formats it. */
  Map<Pattern, String> replacements() {
    Element spotless = child(execution("spotless-maven-plugin", "format-generated"), "java");
    Map<Pattern, String> found = new LinkedHashMap<>();
    for (Element step : children(spotless)) {
      if (step.getTagName().equals("replaceRegex")) {
        String regex =
            text(step, "searchRegex").replace("${in.a.comment}", property("in.a.comment"));
        found.put(Pattern.compile(regex), text(step, "replacement"));
      }
    }
    return found;
  }

  private static String resolved(String value) {
    return value.replace("${project.basedir}", Path.of("").toAbsolutePath().toString());
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(it -> it.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The POM has no <" + name + "> there."));
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
