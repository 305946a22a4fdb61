import java.util.zip.ZipFile

// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.readLines()*.replaceFirst(/^\[INFO] \[stdout] /, '')*.trim()
assert !log.any { it.contains('Warning:') } : 'ProGuard warned'
[
    'exit code 0',
    'create: shrunk 300', 'union: [credentials] BLOCK', 'edit: 60 SLIDING', 'get: true', 'find: true', 'list: 1',
    'listAll: 1', 'try: 200', 'async: shrunk', 'url: true', 'delete: shrunk', 'event: ATTEMPT', 'event: CALL',
    'async: io.github.aigateway.NotFoundException',
].each { line -> assert log.contains(line) : "The program should have said: $line" }

// proguard.pro includes every rule that came with a jar.
def rules = new File(basedir, 'target/rules/META-INF/proguard').list()
def included = new File(basedir, 'proguard.pro').readLines().findAll { it.startsWith('-include') }
assert (rules as Set) == (included.collect { it.tokenize('/').last() } as Set)

// Failures and records keep their names, nothing else does, and what is not called is not there.
def classes = { File jar -> new ZipFile(jar).withCloseable { it.entries()*.name.findAll { it.endsWith('.class') } } }
def ours = classes(new File(basedir, 'target/shrunk.jar')).findAll { it.startsWith('io/github/aigateway/') }
def library = classes(new File(basedir, "../../cloudflare-ai-gateway-${projectVersion}.jar"))
assert ours.size() > 50 && ours.size() < library.size()
def kept = ours.findAll { it in library }*.minus('io/github/aigateway/')*.minus('.class')
def named = ['AiGatewayException', 'AlreadyExistsException', 'ApiError', 'ApiException', 'ApiResponse',
    'AuthenticationException', 'BadRequestException', 'CallEvent', 'Ensured', 'InvalidResponseException', 'ListGatewaysOptions',
    'NotFoundException', 'PermissionDeniedException', 'RateLimit', 'RateLimitException', 'Result', 'Result$Err',
    'Result$Ok', 'ServerException', 'TransportException']
assert kept - named == [] : "Not renamed: ${kept - named}"
return true
