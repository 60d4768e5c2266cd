namespace TypedExplain.ML.Tests.Support;

/// <summary>A file that is gone with the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
