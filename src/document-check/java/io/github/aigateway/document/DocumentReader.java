package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML 1.2, as the other tools of this project do: {@code yes} and {@code 2026-01-31} are
 * texts, and a number keeps its digits.
 */
final class DocumentReader {

  /** Anchors can make a small document a huge one. */
  private static final int MOST_NODES = 1_000_000;

  private static final int LONGEST_POINTER = 2_000;

  private final Refusals refusals;
  private final JsonNodeFactory factory = JsonNodeFactory.instance;
  private int nodes;

  private DocumentReader(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Returns a missing node, and says why, if the text is no YAML. */
  static JsonNode read(String text, Refusals refusals) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    DocumentReader reader = new DocumentReader(refusals);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      Node node = new Composer(parser, new Yaml12(), options).getSingleNode();
      return node == null ? reader.factory.missingNode() : reader.json(node, "");
    } catch (YAMLException malformed) {
      refusals.add("", "This is no YAML: " + malformed.getMessage(), "Write YAML or JSON");
      return reader.factory.missingNode();
    }
  }

  private JsonNode json(Node node, String pointer) {
    if (++nodes > MOST_NODES || pointer.length() > LONGEST_POINTER) {
      throw new YAMLException("it is too large, or an anchor leads back to itself");
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = factory.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(json(item, pointer + "/" + array.size()));
      }
      return array;
    }
    return scalar(((ScalarNode) node).getValue(), node.getTag());
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = factory.objectNode();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        refusals.add(pointer, "The name of a member is no text", "JSON has only texts as names");
        continue;
      }
      String name = key.getValue();
      String place = pointer + "/" + Place.escaped(name);
      if (key.isPlain() && name.equals("<<")) {
        refusals.add(place, "Merging is not in YAML 1.2", "Write the members themselves");
      } else if (object.has(name)) {
        refusals.add(place, "There are two members of this name", "Keep one");
      }
      object.set(name, json(member.getValueNode(), place));
    }
    return object;
  }

  private JsonNode scalar(String text, Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return factory.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return factory.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT)) {
      return factory.numberNode(integer(text));
    }
    return tag.equals(Tag.FLOAT)
        ? factory.numberNode(new BigDecimal(text))
        : factory.textNode(text);
  }

  private static BigInteger integer(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text, 10);
  }

  /** What plain texts are in the core schema of YAML 1.2, but for numbers that JSON has not. */
  private static final class Yaml12 extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      add(Tag.BOOL, "true|True|TRUE|false|False|FALSE", "tTfF");
      add(Tag.INT, "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789");
      add(Tag.FLOAT, "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789.");
      add(Tag.NULL, "~|null|Null|NULL", "~nN");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }

    private void add(Tag tag, String pattern, String first) {
      addImplicitResolver(tag, Pattern.compile("^(?:" + pattern + ")$"), first);
    }
  }
}
