namespace TypedExplain.Batch.Tests;

/// <summary>CSV whose files end only when somebody lets them.</summary>
/// <param name="end">What the end of the file of a number, from 0 on, waits for.</param>
internal sealed class GatedFormat(Func<int, Task> end) : IResultFormat
{
    private readonly CsvFormat _csv = new();
    private int _files;

    public string Extension => _csv.Extension;

    public IResultWriter Open(Stream stream, ResultSchema schema) => new Writer(_csv.Open(stream, schema), end, _files++);

    private sealed class Writer(IResultWriter inner, Func<int, Task> end, int file) : IResultWriter
    {
        public ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default) => inner.WriteAsync(rows, cancellation);

        public async ValueTask FinishAsync(CancellationToken cancellation = default)
        {
            await end(file);
            await inner.FinishAsync(cancellation);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
