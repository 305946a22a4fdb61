/** A program on the module path. */
// A classifier's jar has no descriptor, only a reserved name.
@SuppressWarnings("requires-automatic")
module modular {
  // [requires]
  requires io.github.aigateway;
  // [/requires]
  requires io.github.aigateway.testing;
}
