using TypedExplain.Errors;
using TypedExplain.Files;

namespace TypedExplain;

/// <summary>Which model it is: what it is called, its version, and the SHA-256 of its content. Immutable.</summary>
public sealed record ModelIdentity
{
    /// <summary>States which model it is.</summary>
    /// <param name="name">What the model is called, such as "credit".</param>
    /// <param name="version">Its version, such as "2026-11"; null where it has none.</param>
    /// <param name="sha256">The SHA-256 of its content as 64 hexadecimal digits, as <c>sha256sum</c> prints it of the model's file.</param>
    /// <exception cref="InvalidOptionException">The name is empty, the version is, or the digest is none.</exception>
    public ModelIdentity(string name, string? version, string sha256)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(sha256);
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException("name of a model's identity is empty; it must say which model it is.");
        if (version is not null && string.IsNullOrWhiteSpace(version))
            throw new InvalidOptionException("version of a model's identity is empty; give none where the model has none.");
        string digest = sha256.ToLowerInvariant();
        if (!ContentDigest.IsDigest(digest))
            throw new InvalidOptionException($"sha256 of the model {VisibleText.Name(name)} is {VisibleText.Name(sha256)}; it must be the 64 hexadecimal digits of a SHA-256.");
        (Name, Version, Sha256) = (name, version, digest);
    }

    /// <summary>What the model is called.</summary>
    public string Name { get; }

    /// <summary>Its version; null where it has none.</summary>
    public string? Version { get; }

    /// <summary>The SHA-256 of its content: 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Name, version and digest.</summary>
    public override string ToString() => $"{Name}{(Version is null ? "" : $" {Version}")} (SHA-256 {Sha256})";
}
