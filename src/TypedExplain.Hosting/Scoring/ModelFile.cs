using System.Security.Cryptography;

namespace TypedExplain.Hosting.Scoring;

/// <summary>The file that a model was loaded from, as it was then.</summary>
internal sealed class ModelFile
{
    private readonly (long Length, DateTime Written) _stamp;
    private readonly byte[] _hash;

    /// <summary>Looks at a file before a model is loaded from it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ModelFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        (_stamp, _hash) = (Stamp(), Hash());
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>What became of the file since; null where it is as it was.</summary>
    public string? Changed()
    {
        try
        {
            return Stamp() == _stamp || Hash().AsSpan().SequenceEqual(_hash) ? null : $"The file {System.IO.Path.GetFileName(Path)} is another one than the model was loaded from. The service answers by the one that it loaded; restart it to load the new one.";
        }
        catch (IOException)
        {
            return $"The file {System.IO.Path.GetFileName(Path)} that the model was loaded from cannot be read any more. The service answers by what it loaded, and could not start again.";
        }
    }

    private (long Length, DateTime Written) Stamp()
    {
        FileInfo file = new(Path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : throw new FileNotFoundException($"The model file {Path} does not exist.", Path);
    }

    private byte[] Hash()
    {
        using FileStream file = File.OpenRead(Path);
        return SHA256.HashData(file);
    }
}
