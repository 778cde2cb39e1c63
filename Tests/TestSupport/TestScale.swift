/// How much of a generated set is tested.
package enum TestScale {
    /// All of it under `CI`; a tenth elsewhere, so that the tests are run before a change is handed in.
    ///
    /// - Parameter least: what the test needs to say anything.
    package static func count(_ all: Int, least: Int = 1) -> Int { Peer.isCI ? all : min(all, max(least, all / 10)) }
}
