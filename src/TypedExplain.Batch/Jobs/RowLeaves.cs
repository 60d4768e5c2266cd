using System.Security.Cryptography;
using TypedExplain.Batch.Manifests;

namespace TypedExplain.Batch.Jobs;

/// <summary>The digests of a shard's rows, one after the other, by which any row can be checked without the others.</summary>
internal static class RowLeaves
{
    private const int Size = SHA256.HashSizeInBytes;

    /// <summary>The digests of a file.</summary>
    public static IEnumerable<byte[]> Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        byte[] digest = new byte[Size];
        while (file.ReadAtLeast(digest, Size, throwOnEndOfStream: false) == Size)
            yield return digest;
    }

    /// <summary>Why the digests are not those that a manifest vouches for; null where they are.</summary>
    public static string? Problem(string path, ShardManifest manifest)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != manifest.Rows * Size)
            return $"{Path.GetFileName(path)} has not one digest per row";
        MerkleSum sum = new();
        foreach (byte[] digest in Read(path))
            sum.Add(digest);
        return sum.Root() == manifest.Root ? null : $"{Path.GetFileName(path)} does not have the root that it vouches for";
    }
}
