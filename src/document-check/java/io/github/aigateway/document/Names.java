package io.github.aigateway.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.languages.JavaClientCodegen;

/** The names that the generator gives, with those settings of the POM that matter for them. */
final class Names {

  /** As nameMappings in the POM. */
  private static final Map<String, String> MAPPED =
      Map.of("true", "_true", "false", "_false", "null", "_null");

  private final JavaClientCodegen generator = new JavaClientCodegen();

  /** A member's field, and the last part of the names of its methods. */
  record Property(String field, String getter, String has, String constant) {}

  Names() {
    generator.setLibrary(JavaClientCodegen.RETROFIT_2);
    generator.setSerializationLibrary("gson");
    generator.setOpenApiNullable(false);
    generator.setOpenAPI(new OpenAPI());
    generator.nameMapping().putAll(MAPPED);
  }

  String model(String schema) {
    return generator.toModelName(schema);
  }

  String api(String tag) {
    return generator.toApiName(generator.sanitizeTag(tag));
  }

  String operation(String id) {
    return generator.toOperationId(id);
  }

  String parameter(String name) {
    return generator.toParamName(name);
  }

  Property property(String name) {
    CodegenProperty property = generator.fromProperty(name, new StringSchema());
    return new Property(
        property.name,
        property.getter,
        "has" + property.nameInPascalCase,
        "MEMBER_" + property.nameInSnakeCase);
  }

  /** The constants of an enum's values. */
  List<String> constants(List<String> values) {
    return values.stream().map(it -> generator.toEnumVarName(it, "String")).toList();
  }

  /** An enum's value in Java, with its quotes. */
  String value(String text) {
    return generator.toEnumValue(text, "String");
  }

  /** A pattern in Java, without its quotes. */
  String pattern(String text) {
    return generator.toRegularExpression(text);
  }

  static boolean isJava(String name) {
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
  }
}
