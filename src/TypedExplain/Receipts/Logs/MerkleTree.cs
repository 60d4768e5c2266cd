using System.Security.Cryptography;

namespace TypedExplain.Receipts.Logs;

/// <summary>The root of a Merkle tree as RFC 6962, section 2.1, has it: leaves behind a byte 0, pairs behind a byte 1, the left part the largest power of two.</summary>
internal static class MerkleTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return SHA256.HashData([0, .. leaves[0]]);
        int left = 1;
        while (2 * left < leaves.Length)
            left *= 2;
        return SHA256.HashData([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }
}
