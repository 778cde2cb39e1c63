import Testing

@testable import OptmlCommands

/// Which configurations that were found are obeyed, by whom they belong to and who may write them.
@Suite struct FoundConfigurationTests {
    private typealias Access = FoundConfiguration.Access

    private func objection(
        user: UInt32 = 1000, caller: UInt32? = nil, file: (UInt32, UInt32, UInt32), folder: (UInt32, UInt32, UInt32)?
    ) -> String? {
        FoundConfiguration(user: user, caller: caller).objection(
            toFile: Access(owner: file.0, group: file.1, permissions: file.2),
            in: folder.map { Access(owner: $0.0, group: $0.1, permissions: $0.2) })
    }

    /// The file and its folder belong to the user, or the folder to root, and only the user writes them.
    @Test func obeysTheUsersOwn() {
        #expect(objection(file: (1000, 1000, 0o644), folder: (1000, 1000, 0o755)) == nil)
        #expect(objection(file: (1000, 100, 0o640), folder: (1000, 100, 0o2750)) == nil)
        #expect(objection(file: (1000, 1000, 0o600), folder: (0, 0, 0o755)) == nil)
        // The group of one user, with the umask of Debian.
        #expect(objection(file: (1000, 1000, 0o664), folder: (1000, 1000, 0o775)) == nil)
        #expect(objection(user: 0, file: (0, 0, 0o644), folder: (0, 0, 0o755)) == nil)
    }

    @Test func passesOverWhatOthersMayHaveLeft() {
        #expect(objection(file: (1001, 1000, 0o644), folder: (1000, 1000, 0o755)) == "belongs to another user (1001)")
        #expect(objection(file: (0, 0, 0o644), folder: (1000, 1000, 0o755)) == "belongs to another user (0)")
        #expect(objection(file: (1000, 1000, 0o666), folder: (1000, 1000, 0o755)) == "can be written by anyone")
        #expect(objection(file: (1000, 100, 0o664), folder: (1000, 100, 0o755)) == "can be written by its group (100)")
        let mine: (UInt32, UInt32, UInt32) = (1000, 1000, 0o644)
        #expect(objection(file: mine, folder: nil) == "lies in a folder that cannot be inspected")
        #expect(objection(file: mine, folder: (1001, 1001, 0o755)) == "lies in a folder of another user (1001)")
        #expect(objection(file: mine, folder: (1000, 1000, 0o777)) == "lies in a folder that anyone may write")
        #expect(objection(file: mine, folder: (0, 0, 0o1777)) == "lies in a folder that anyone may write")
        #expect(objection(file: mine, folder: (1000, 100, 0o775)) == "lies in a folder that its group (100) may write")
        #expect(objection(file: mine, folder: (0, 1000, 0o775)) == "lies in a folder that its group (1000) may write")
    }

    /// Root obeys no more than others do, but for who called it by `sudo`. Its group is no private one.
    @Test func rootIsNoException() {
        #expect(
            objection(user: 0, file: (1000, 1000, 0o644), folder: (1000, 1000, 0o755))
                == "belongs to another user (1000)")
        #expect(
            objection(user: 0, caller: 1000, file: (1000, 1000, 0o664), folder: (1000, 1000, 0o775)) == nil)
        #expect(
            objection(user: 0, caller: 1000, file: (0, 0, 0o644), folder: (1001, 1001, 0o755))
                == "lies in a folder of another user (1001)")
        #expect(
            objection(user: 0, file: (0, 0, 0o644), folder: (0, 0, 0o775))
                == "lies in a folder that its group (0) may write")
        // The variable alone makes nobody someone else.
        #expect(
            objection(user: 1001, caller: 1000, file: (1000, 1000, 0o644), folder: (1001, 1001, 0o755))
                == "belongs to another user (1000)")
    }
}
