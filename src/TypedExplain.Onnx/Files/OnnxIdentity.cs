using TypedExplain.Files;

namespace TypedExplain.Onnx.Files;

/// <summary>Which model a file is: its name, and the SHA-256 of the file, or of it and the files of weights beside it.</summary>
internal static class OnnxIdentity
{
    private const string InMemory = "model.onnx";

    /// <summary>That of a file; null where it is too large to be read for the files beside it.</summary>
    public static ModelIdentity? Of(string path, OnnxGraph? graph)
    {
        if (graph is null)
            return null;
        string digest = Digest(path), name = Path.GetFileName(path);
        if (graph.DataFiles.Count == 0)
            return new(name, null, digest);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new(name, null, ContentDigest.OfValues(writer =>
        {
            writer.Write(digest);
            foreach (string file in graph.DataFiles)
            {
                writer.Write(file);
                writer.Write(Digest(Path.Combine(folder, file)));
            }
        }));
    }

    /// <summary>That of a model in memory.</summary>
    public static ModelIdentity Of(ReadOnlySpan<byte> model) => new(InMemory, null, ContentDigest.Of(model));

    private static string Digest(string path) => ContentDigest.Of(hash =>
    {
        using FileStream file = File.OpenRead(path);
        file.CopyTo(hash);
    });
}
