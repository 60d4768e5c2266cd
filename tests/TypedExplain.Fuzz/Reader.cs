namespace TypedExplain.Fuzz;

/// <summary>A reader that is given hostile input.</summary>
/// <param name="Name">Its name, which is that of its folder in the corpus.</param>
/// <param name="Seeds">Inputs that are right, from which others are made.</param>
/// <param name="Mutate">Makes an input of one and another.</param>
/// <param name="Read">Reads an input; gives whether all numbers that it took in are finite. Throws what the reader throws.</param>
internal sealed record Reader(string Name, Func<byte[][]> Seeds, Func<Random, byte[], byte[], byte[]> Mutate, Func<byte[], bool> Read)
{
    /// <summary>The most bytes of memory per byte of input.</summary>
    public int PerByte { get; init; } = 100;

    /// <summary>The most bytes of memory for an input of any size: tables, messages, the schema in JSON.</summary>
    public int Least { get; init; } = 1 << 20;

    /// <summary>An input of so many parts, to which time and memory must be in proportion; null where one of few parts says as much.</summary>
    public Func<int, byte[]>? Long { get; init; }

    /// <summary>Whether an exception is the library's own.</summary>
    public Func<Exception, bool> IsOwn { get; init; } = error => error is TypedExplainException;

    public override string ToString() => Name;
}
