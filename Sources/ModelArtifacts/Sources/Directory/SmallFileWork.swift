/// What a thread does with the small files that a walk comes to.
struct SmallFileWork {
    let reader: SmallFileReader
    /// Which files somebody is going to look into; nil if nobody looks into any.
    let expectation: ContentExpectation?
    /// How many more files may stay open after they were looked into. Shared by the threads.
    private let room: Lock<Int>

    /// - Parameter kernel: what files are hashed with; nil if they are not.
    init(kernel: MD5Kernel?, expectation: ContentExpectation?, room: Lock<Int>) {
        self.room = room
        reader = SmallFileReader(kernel: kernel, usesRing: kernel != nil || expectation != nil)
        self.expectation = expectation
    }

    /// Whether small files are hashed.
    var hashes: Bool { reader.hashes }

    /// Whether a file may stay open that is too large to be hashed now.
    func mayKeep(_ file: borrowing OpenSmallFile) -> Bool {
        guard hashes, file.target.size > SmallFileReader.greatestSize else { return false }
        return room.withLock { room in
            guard room > 0 else { return false }
            room -= 1
            return true
        }
    }
}
