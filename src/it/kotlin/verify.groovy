// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.readLines()*.replaceFirst(/^\[INFO] \[stdout] /, '')*.trim()
['created: 6 0', 'edited: 60', 'profiles: 0', 'async: kotlin', 'deleted: 404'].each { line ->
  assert log.contains(line) : "The program should have said: $line"
}

// Run after each of the two builds: the second one adds to the log.
def errors = log.collectMany { line -> (line =~ /^\[ERROR\] file:.*Refused\.kt:(\d+):\d+ (.*)/).collect { [it[1] as int, it[2]] } }
if (log.count { it == '[INFO] BUILD FAILURE' } > 0) {
  def refused = new File(basedir, 'src/refused/kotlin/Refused.kt').readLines()
      .withIndex(1).findAll { it[0].endsWith('// refused') }*.get(1)
  assert errors*.get(0).unique() == refused
  assert errors.every { it[1] =~ /[Nn]ull/ }
}
return true
