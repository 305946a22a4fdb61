package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README has a table of all settings of a gateway. */
class SettingsTableTest {

  @Test
  void itNamesEachFieldThatCanBeSet() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(readme.indexOf("| field | what it does |"), readme.indexOf("see below"));
    for (String field :
        Document.at("components", "schemas", "CreateGatewayRequest", "properties").keySet()) {
      assertTrue(table.contains("`" + field + "`"), field);
    }
  }
}
