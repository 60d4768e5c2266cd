namespace TypedExplain.Onnx.Runtime;

/// <summary>Lets something go once it is closed and its last user has left, so that none sees it freed.</summary>
/// <param name="name">What it is called in messages.</param>
/// <param name="release">Lets it go; called once.</param>
internal sealed class UseCount(string name, Action release)
{
    private const int Closed = int.MinValue;

    // The number of users; the sign bit is set once it is closed.
    private int _state;

    /// <summary>Begins a use.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Enter()
    {
        int seen = Volatile.Read(ref _state);
        while (true)
        {
#pragma warning disable CA1513 // It is named after what the user closed.
            if (seen < 0)
                throw new ObjectDisposedException(name);
#pragma warning restore CA1513
            int now = Interlocked.CompareExchange(ref _state, seen + 1, seen);
            if (now == seen)
                return;
            seen = now;
        }
    }

    /// <summary>Ends a use.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _state) == Closed)
            release();
    }

    /// <summary>Allows no further use.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref _state, Closed) == 0)
            release();
    }
}
