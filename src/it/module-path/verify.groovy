import java.util.spi.ToolProvider

// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.readLines()*.replaceFirst(/^\[INFO] \[stdout] /, '')*.trim()
[
    'edited: 60 s', 'async: modular', 'Gson: true', 'deleted: 404', 'class path []',
    "module io.github.aigateway@$projectVersion",
].each { line -> assert log.contains(line.toString()) : "The program should have said: $line" }
assert log.findAll { it.startsWith('exports ') } ==
    ['exports io.github.aigateway', 'exports io.github.aigateway.api', 'exports io.github.aigateway.json',
        'exports io.github.aigateway.model']

// Nothing is on the class path that the library does not use: starting at it, and following what the classes of one
// module refer to in another, all jars are reached but those that the fake brings.
def testing = ['io.github.aigateway.testing', 'okhttp3.mockwebserver', 'junit', 'hamcrest.core', 'kotlin.stdlib.jdk7',
    'kotlin.stdlib.jdk8']
def lib = new File(basedir, 'target/lib')
def jars = java.lang.module.ModuleFinder.of(lib.toPath()).findAll()*.descriptor()*.name()
def uses = new StringWriter()
def exitCode = ToolProvider.findFirst('jdeps').get().run(new PrintWriter(uses), new PrintWriter(System.err), '-summary',
    '--recursive', '--multi-release', '17', '--ignore-missing-deps', '--module-path', lib.path, '--add-modules',
    'ALL-MODULE-PATH', '--module', 'io.github.aigateway')
assert exitCode == 0
def used = uses.toString().readLines()*.split(' -> ').groupBy { it[0] }.collectEntries { [it.key, it.value*.getAt(1)] }
def reached = ['io.github.aigateway'] as LinkedHashSet
for (def next = reached; next; reached.addAll(next)) {
  next = next.collectMany { used.getOrDefault(it, []) }.findAll { it in jars && !(it in reached) }
}
assert jars.toSet() - testing == reached
return true
