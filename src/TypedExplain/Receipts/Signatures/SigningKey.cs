using System.Security.Cryptography;
using TypedExplain.Files;

namespace TypedExplain.Receipts.Signatures;

/// <summary>Signing and verifying with the kinds of keys that receipts know.</summary>
internal static class SigningKey
{
    private const int Bits384 = 384, Bits521 = 521;

    /// <summary>The SHA-256 of the public key.</summary>
    public static string Id(AsymmetricAlgorithm key)
    {
        RequireKnown(key);
        return ContentDigest.Of(key.ExportSubjectPublicKeyInfo());
    }

    public static byte[] Sign(AsymmetricAlgorithm key, byte[] content) => key switch
    {
        ECDsa curve => curve.SignData(content, Hash(key), DSASignatureFormat.Rfc3279DerSequence),
        RSA rsa => rsa.SignData(content, Hash(key), RSASignaturePadding.Pss),
        _ => throw Unknown(key),
    };

    public static bool Verify(AsymmetricAlgorithm key, byte[] content, byte[] signature) => key switch
    {
        ECDsa curve => curve.VerifyData(content, signature, Hash(key), DSASignatureFormat.Rfc3279DerSequence),
        RSA rsa => rsa.VerifyData(content, signature, Hash(key), RSASignaturePadding.Pss),
        _ => throw Unknown(key),
    };

    /// <summary>The hash that goes with a key: as many bits as its curve, SHA-256 with RSA.</summary>
    public static HashAlgorithmName Hash(AsymmetricAlgorithm key) => key is ECDsa
        ? key.KeySize switch { Bits384 => HashAlgorithmName.SHA384, Bits521 => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 }
        : HashAlgorithmName.SHA256;

    /// <summary>Refuses kinds of keys that are not known.</summary>
    public static void RequireKnown(AsymmetricAlgorithm key)
    {
        if (key is not (ECDsa or RSA))
            throw Unknown(key);
    }

    private static InvalidOptionException Unknown(AsymmetricAlgorithm key) => new($"key is {key}; a receipt is signed with ECDsa or RSA.");
}
