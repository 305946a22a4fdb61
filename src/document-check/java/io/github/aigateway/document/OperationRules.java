package io.github.aigateway.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an operation may say, and the names of its method and of its parameters. */
final class OperationRules {

  private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)}");

  /** What Retrofit can replace. */
  private static final String REPLACEABLE = "[a-zA-Z][a-zA-Z0-9_-]*";

  private static final List<String> WITH_BODY = List.of("post", "put", "patch");

  private static final Set<String> OF_OBJECT =
      Arrays.stream(Object.class.getDeclaredMethods())
          .map(it -> it.getName())
          .collect(Collectors.toSet());

  private final Document document;
  private final Names names;
  private final Refusals refusals;

  OperationRules(Document document, Names names, Refusals refusals) {
    this.document = document;
    this.names = names;
    this.refusals = refusals;
  }

  void check() {
    Map<String, String> methods = new HashMap<>();
    for (Operation operation : Operation.all(document)) {
      checkId(operation, methods);
      checkParameterNames(operation);
      checkPath(operation);
      checkMethod(operation);
      checkSecurity(operation.place());
      refuseMember(
          operation.place(), "servers", "Write them once for all, at the top of the document");
      refuseMember(operation.place(), "callbacks", "Leave it out");
    }
    for (Place path : document.all(Kind.PATH)) {
      refuseMember(path, "servers", "Write them once for all, at the top of the document");
    }
    refuseMember(document.root(), "webhooks", "Leave it out");
    refuseMember(document.root().child("components"), "callbacks", "Leave it out");
  }

  private void refuseMember(Place owner, String member, String instead) {
    if (owner.has(member)) {
      refusals.add(owner.child(member), member + " would be ignored here", instead);
    }
  }

  private void checkId(Operation operation, Map<String, String> methods) {
    Place place = operation.place();
    String id = place.text("operationId");
    if (id.isBlank()) {
      refusals.add(place, "The method of this operation has no name", "Write an operationId");
      return;
    }
    Place at = place.child("operationId");
    String method = names.operation(id);
    if (OF_OBJECT.contains(method)) {
      refusals.add(at, "Every Java object has a method " + method, "Write another operationId");
    } else if (!Names.isJava(method)) {
      refusals.add(at, method + " is no name of a method", "Write another operationId");
    }
    for (Place tag : operation.tags()) {
      String interfaceName = names.api(Operation.tag(tag));
      String other = methods.putIfAbsent(interfaceName + "." + method, at.pointer());
      if (other != null && !other.equals(at.pointer())) {
        refusals.add(
            at,
            "%s has a method %s already, by %s".formatted(interfaceName, method, other),
            "Write another operationId");
      }
    }
  }

  private void checkParameterNames(Operation operation) {
    Map<String, Place> owners = new HashMap<>();
    for (Place parameter : operation.parameters()) {
      String name = names.parameter(parameter.text("name"));
      Place other = owners.putIfAbsent(name, parameter);
      if (other != null) {
        refusals.add(
            operation.place(),
            "The parameters %s in %s and %s in %s both give the name %s"
                .formatted(
                    other.text("name"),
                    other.text("in"),
                    parameter.text("name"),
                    parameter.text("in"),
                    name),
            "Leave out one that is not required");
      } else if (!Names.isJava(name)) {
        refusals.add(parameter, name + " is no name that Java allows", "Leave the parameter out");
      }
    }
  }

  private void checkPath(Operation operation) {
    Set<String> inPath = new HashSet<>();
    Matcher matcher = IN_BRACES.matcher(operation.path().name());
    while (matcher.find()) {
      inPath.add(matcher.group(1));
    }
    Set<String> declared = new HashSet<>();
    for (Place parameter : operation.parameters()) {
      String name = parameter.text("name");
      if (parameter.text("in").equals("path") && declared.add(name) && !inPath.contains(name)) {
        refusals.add(
            operation.place(),
            "The path has no {" + name + "} for the parameter of this name",
            "Write it into the path, or leave the parameter out");
      }
    }
    for (String name : inPath) {
      if (!name.matches(REPLACEABLE)) {
        refusals.add(
            operation.path(),
            "Retrofit cannot replace {" + name + "}",
            "Rename it: a letter, then letters, digits, _ and -");
      } else if (!declared.contains(name)) {
        refusals.add(
            operation.place(),
            "No parameter says what {" + name + "} in the path is",
            "Declare one: {name: " + name + ", in: path, required: true, schema: …}");
      }
    }
  }

  private void checkMethod(Operation operation) {
    Place place = operation.place();
    if (operation.method().equals("trace")) {
      refusals.add(place, "Retrofit cannot send TRACE", "Leave the operation out");
    } else if (place.has("requestBody") && !WITH_BODY.contains(operation.method())) {
      refusals.add(
          place.child("requestBody"),
          "Retrofit sends a body with POST, PUT and PATCH only",
          "Leave it out, or the operation");
    }
  }

  private void checkSecurity(Place operation) {
    if (operation.has("security")
        && !operation.get("security").equals(document.root().get("security"))) {
      refusals.add(
          operation.child("security"),
          "All operations are sent with the same credentials",
          "Leave it out, so that what the top of the document says counts");
    }
  }
}
