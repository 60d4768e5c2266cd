using System.Collections.Immutable;

namespace TypedExplain.Batch.Sources;

/// <summary>The files of a source, in an order that is the same everywhere, known by their names without folders.</summary>
internal sealed class SourceFiles
{
    private readonly string[] _given;
    private readonly string[] _endings;

    /// <param name="paths">Files, or folders whose files with the ending are meant.</param>
    /// <param name="endings">The endings of files in a folder, such as ".csv", in upper or lower case.</param>
    public SourceFiles(string[] paths, params string[] endings)
    {
        if (paths.Length == 0)
            throw new InvalidOptionException("paths is empty; it must name a file, or a folder of them.");
        if (Array.Exists(paths, string.IsNullOrWhiteSpace))
            throw new InvalidOptionException("paths holds an empty name; it must name files or folders.");
        (_given, _endings) = (paths, endings);
    }

    /// <summary>What the source is called: its first file or folder, and how many more there are.</summary>
    public string Name
    {
        get
        {
            string first = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_given[0])));
            return _given.Length == 1 ? first : $"{first} and {_given.Length - 1} more";
        }
    }

    /// <summary>The paths of the files.</summary>
    /// <exception cref="BatchException">One is not there, or two have the same name.</exception>
    public ImmutableArray<string> List()
    {
        List<string> files = [];
        foreach (string path in _given)
        {
            if (Directory.Exists(path))
            {
                string[] inside = [.. Directory.GetFiles(path).Where(file => _endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))];
                if (inside.Length == 0)
                    throw new BatchException($"The folder {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))} has no file that ends in {string.Join(" or ", _endings)}.");
                files.AddRange(inside.Order(StringComparer.Ordinal));
            }
            else
            {
                files.Add(File.Exists(path) ? path : throw new BatchException($"The file {Path.GetFileName(path)} is not there."));
            }
        }

        if (files.GroupBy(Path.GetFileName).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new BatchException($"Two files are called {twice.Key}; shards are told by names without folders, so rename one of them.");
        return [.. files];
    }

    /// <summary>The names of the files.</summary>
    public ImmutableArray<string> Names() => [.. List().Select(path => Path.GetFileName(path))];

    /// <summary>The file of a shard.</summary>
    /// <exception cref="BatchException">It is not there.</exception>
    public string Of(SourceShard shard) =>
        List().FirstOrDefault(path => Path.GetFileName(path) == shard.Part) ?? throw new BatchException($"{Name} has no file {shard.Part}, which the job was planned with.");
}
