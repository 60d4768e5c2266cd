namespace TypedExplain.Batch;

/// <summary>How results are written. The same results must give the same bytes on every machine: no time, no name of a machine.</summary>
public interface IResultFormat
{
    /// <summary>How names of its files end, such as ".csv".</summary>
    string Extension { get; }

    /// <summary>The settings that change the bytes of a file, the same text for the same settings; empty where there are none. A job that was planned with others is refused.</summary>
    string Settings => "";

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="schema">What the results are.</param>
    IResultWriter Open(Stream stream, ResultSchema schema);
}
