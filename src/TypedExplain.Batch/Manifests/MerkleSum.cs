using System.Security.Cryptography;

namespace TypedExplain.Batch.Manifests;

/// <summary>The root of a Merkle tree (RFC 6962, section 2.1) over leaves that come one after the other; only one digest per level is kept.</summary>
internal sealed class MerkleSum
{
    private readonly List<(int Level, byte[] Digest)> _subtrees = [];

    /// <summary>Takes a leaf: the digest of a row.</summary>
    public void Add(ReadOnlySpan<byte> digest)
    {
        Span<byte> leaf = stackalloc byte[1 + SHA256.HashSizeInBytes];
        leaf[0] = 0;
        digest.CopyTo(leaf[1..]);
        _subtrees.Add((0, SHA256.HashData(leaf)));
        while (_subtrees is [.., var left, var right] && left.Level == right.Level)
        {
            _subtrees.RemoveRange(_subtrees.Count - 2, 2);
            _subtrees.Add((left.Level + 1, Join(left.Digest, right.Digest)));
        }
    }

    /// <summary>The root of all leaves so far, in hexadecimal digits; of none the SHA-256 of nothing.</summary>
    public string Root()
    {
        if (_subtrees.Count == 0)
            return Convert.ToHexStringLower(SHA256.HashData([]));
        byte[] root = _subtrees[^1].Digest;
        for (int i = _subtrees.Count - 2; i >= 0; i--)
            root = Join(_subtrees[i].Digest, root);
        return Convert.ToHexStringLower(root);
    }

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
