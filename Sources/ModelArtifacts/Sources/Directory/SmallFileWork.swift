/// What a thread does with the files that a walk comes to.
struct SmallFileWork {
    let reader: SmallFileReader
    /// Which files somebody is going to look into; nil if nobody looks into any.
    let expectation: ContentExpectation?
    /// What may stay open after it was looked into. Shared by the threads.
    private let room: Lock<Room>

    /// How many more files may stay open, and how many bytes of them may be kept.
    struct Room: Sendable {
        var files: Int
        var bytes: Int
    }

    /// - Parameter kernel: what files are hashed with; nil if they are not.
    init(kernel: MD5Kernel?, expectation: ContentExpectation?, room: Lock<Room>) {
        self.room = room
        reader = SmallFileReader(kernel: kernel, usesRing: kernel != nil || expectation != nil)
        self.expectation = expectation
    }

    /// Whether small files are hashed.
    var hashes: Bool { reader.hashes }

    /// Whether a file is too large to be hashed now, so that it should stay open for whoever hashes it.
    func shouldKeep(_ file: borrowing OpenFile) -> Bool { hashes && file.target.size > SmallFileReader.greatestSize }

    /// Whether there is room for a file of which so many bytes are kept; then it is taken.
    func takeRoom(for bytes: Int) -> Bool {
        room.withLock { room in
            guard room.files > 0, room.bytes >= bytes else { return false }
            room.files -= 1
            room.bytes -= bytes
            return true
        }
    }
}
