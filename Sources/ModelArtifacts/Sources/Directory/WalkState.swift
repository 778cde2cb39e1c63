/// How far a piece of work is.
enum WalkState {
    case waiting, running, done
}
