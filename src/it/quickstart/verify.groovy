// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.readLines()*.replaceFirst(/^\[INFO] \[stdout] /, '')*.trim()
def said = { String pattern -> assert log.any { it ==~ pattern } : "The tour should have said: $pattern" }
said(/A tour through an API in memory\. Nothing leaves this machine\./)
[
    'Make sure that a gateway is there', 'Do it again: it changes only what differs', "List the account's gateways",
    'Fetch it, with all that came along', 'Edit one field; the others stay as they are',
    'Ask where it serves a provider', 'Create it again, which is refused',
    'Send a value that only the API can judge', 'Edit a gateway of a newer API: what is unknown stays',
    'Fetch without a thread that waits', 'The API is busy for a moment: the call is repeated',
    'The API is down: the failure explains itself', 'Delete it', 'Look for it once more'
].eachWithIndex { title, index -> assert log.contains("${index + 1}. $title".toString()) }
// The code that is shown is the code that runs.
def sources = new File(basedir, 'src/main/java/quickstart').listFiles()*.text.join().replaceAll(/\s+/, '')
def shown = log.findAll { it.startsWith('gateways.') }
assert shown.size() == 14
shown.each { assert sources.count(it.replaceAll(/\s+/, '')) > 1 : it }
said(/it was +CREATED/)
said(/it was +UNCHANGED/)
said(/unknown +\{newer_setting=\{"level":1\.50}}/)
said(/attempt 1 +status 429, again in 0 ms/)
said(/attempt 2 +CONNECTION_LOST, again in \d+ ms/)
said(/message +updateGateway of 'quickstart-.*' failed with status 503 .*; gave up after 4 attempts, since maxRetries is 2; the change may have been applied\./)
said(/id +quickstart-[0-9a-z]+/)
said(/status +200/)
said(/cache, before +60 s/)
said(/cache, after +300 s/)
said('OpenAI +https://gateway\\.ai\\.cloudflare\\.com/v1/[0-9a-f]{32}/quickstart-[0-9a-z]+/openai')
said(/exception +AlreadyExistsException/)
said(/exception +BadRequestException/)
said(/code +7001/)
said(/field +\[body, log_management_strategy]/)
said(/outcome +quickstart-[0-9a-z]+ is gone/)
said(/find +Optional\.empty/)
said(/get +NotFoundException with status 404/)

// The table of the class path in the guide on versions: no other jars than those, and about as large.
def testing = ['junit', 'hamcrest-core', 'mockwebserver', 'kotlin-stdlib-jdk7', 'kotlin-stdlib-jdk8']
def jars = new File(basedir, 'target/lib').listFiles()
    .findAll { file -> !file.name.endsWith('-testing.jar') && !testing.any { file.name ==~ /$it-[0-9].*/ } }
    .collectEntries { [(it.name - '.jar' - "-$projectVersion"): it.length()] }
def rows = new File(basedir, '../../../src/site/markdown/versions-and-compatibility.md').readLines().collectMany { row ->
  def cells = row =~ /\| ([a-z_-]+)(?: ([0-9.]+))? \| ([0-9]+) \|/
  cells.matches() ? [[cells[0][2] ? "${cells[0][1]}-${cells[0][2]}".toString() : cells[0][1], cells[0][3] as long]] : []
}
assert rows*.get(0).toSet() == jars.keySet()*.toString().toSet()
rows.each { name, kilobytes ->
  assert Math.abs(jars[name] - kilobytes * 1000) <= jars[name].intdiv(10) + 1000 : "$name has ${jars[name]} bytes"
}

// The SBOM: the same jars.
def sbom = new groovy.json.JsonSlurper().parse(
    new File(basedir, "../../cloudflare-ai-gateway-$projectVersion-cyclonedx.json"))
assert (sbom.components + [name: 'cloudflare-ai-gateway']).collect { [it.name, it.version].findAll().join('-') }.toSet() ==
    jars.keySet()*.toString().toSet()

// What scanners read in the jar: whose it is.
new java.util.zip.ZipFile(new File(basedir, "../../cloudflare-ai-gateway-${projectVersion}.jar")).withCloseable { jar ->
  def coordinates = [groupId: 'io.github.aigateway', artifactId: 'cloudflare-ai-gateway', version: projectVersion]
  def entry = jar.getEntry("META-INF/maven/$coordinates.groupId/$coordinates.artifactId/pom.properties")
  assert new Properties().tap { load(jar.getInputStream(entry)) } == coordinates
}
return true
