import ModelArtifacts
import TestSupport
import Testing

/// Fails where a peer is missing that the other tests would leave out.
@Suite struct PeersAreThere {
    @Test(
        .enabled(if: Peer.isCI),
        arguments: [
            "tar", "bsdtar", "gzip", "xmllint", "chromium", "java", "python", "aws", "moto_server", "rclone", "s5cmd",
            "man", "mandoc", "zsh", "fish",
        ])
    func peer(_ name: String) {
        #expect(Peer(name: name).path != nil, "run the tests by Tests/run, which installs \(name)")
    }

    /// Without it, the tests would read archives by zlib alone.
    @Test(.enabled(if: Peer.isCI)) func isal() {
        #expect(ISALLibrary.shared != nil, "run the tests by Tests/run, which installs libisal-dev")
    }
}
