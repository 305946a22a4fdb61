def log = new File(basedir, 'build.log').text.readLines()*.trim()
[
    '500 at once: 500 gateways', 'in turn over 64: 5000 gateways', 'interrupted in a request: 200',
    'interrupted in a wait: 200', 'pinned on purpose: noticed', 'pinned by calls: []', 'the end',
].each { line -> assert log.contains(line) : "The program should have said: $line" }
return true
