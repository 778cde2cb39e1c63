/// What a thread does with the files that a walk comes to.
struct SmallFileWork {
    let reader: SmallFileReader
    /// Which files somebody is going to look into; nil if nobody looks into any.
    let expectation: ContentExpectation?
    /// For what is kept after it was looked into. Shared by the threads.
    let room: WalkRoom

    /// - Parameter kernel: what files are hashed with; nil if they are not.
    init(kernel: MD5Kernel?, expectation: ContentExpectation?, room: WalkRoom) {
        self.room = room
        reader = SmallFileReader(kernel: kernel, usesRing: kernel != nil || expectation != nil)
        self.expectation = expectation
    }

    /// Whether small files are hashed.
    var hashes: Bool { reader.hashes }

    /// Whether a file is too large to be hashed now, so that it should stay open for whoever hashes it.
    func shouldKeep(_ file: borrowing OpenFile) -> Bool { hashes && file.target.size > SmallFileReader.greatestSize }
}
