package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The README has a table of all settings of a gateway. */
class SettingsTableTest {

  @Test
  void itNamesEachFieldThatCanBeSet() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(readme.indexOf("| field | what it does |"), readme.indexOf("see below"));
    Set<String> fields =
        Document.at("components", "schemas", "CreateGatewayRequest", "properties").keySet();
    assertTrue(fields.contains("cache_ttl"));
    for (String field : fields) {
      assertTrue(table.contains("`" + field + "`"), field);
    }
  }
}
