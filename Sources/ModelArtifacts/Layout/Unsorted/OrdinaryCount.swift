/// Ordinary files of unknown sizes that nobody has to look at, and the directories in which there are no others.
struct OrdinaryCount {
    var files = 0
    var directories = 0
}
