using TypedExplain.Errors;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing.Accepted;

/// <summary>A text that was accepted, and the one that was received beside it.</summary>
internal sealed class AcceptedFile
{
    private const string Extension = ".json", Accept = "TYPEDEXPLAIN_ACCEPT";

    private readonly string _accepted, _received;

    private AcceptedFile(string accepted) => (_accepted, _received) = (accepted, accepted[..^Extension.Length] + ".received" + Extension);

    /// <summary>The file of a test.</summary>
    /// <param name="file">Its path, from the folder of the test's source.</param>
    /// <param name="source">The test's source.</param>
    public static AcceptedFile At(string file, string source)
    {
        if (!file.EndsWith(Extension, StringComparison.Ordinal) || file.Contains('\0'))
            throw new InvalidOptionException($"file of Matches is {VisibleText.Name(file)}; its name must end in {Extension}.");
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) is { Length: > 0 } folder ? folder : ".", file));
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new InvalidOptionException($"file of Matches is {VisibleText.Name(path)}, whose folder is not there; make it, or give a whole path where sources are built under other names.");
        return new(path);
    }

    /// <summary>What is wrong with a received text; null where it is the accepted one, or is accepted now.</summary>
    public string? Failure(string received)
    {
        string? accepted = File.Exists(_accepted) ? CanonicalJson.Of(File.ReadAllText(_accepted)) : null;
        File.Delete(_received);
        if (accepted == received)
            return null;
        bool accepts = Environment.GetEnvironmentVariable(Accept) == "1";
        File.WriteAllText(accepts ? _accepted : _received, received);
        if (accepts)
            return null;
        string how = $"\nReceived: {Path.GetFileName(_received)}. If it is right, rename it to {Path.GetFileName(_accepted)}, or run the test with {Accept}=1.";
        return accepted is null
            ? $"There is no accepted {Path.GetFileName(_accepted)} yet.{how}"
            : $"The result is not the accepted {Path.GetFileName(_accepted)}:{InstanceText.Lines([.. JsonDifferences.Of(accepted, received)])}{how}";
    }
}
