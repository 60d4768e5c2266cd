using System.Security.Cryptography;
using TypedExplain.Receipts.Signatures;

namespace TypedExplain;

public sealed partial class Receipt<T>
{
    /// <summary>The receipt with a signature more, over what a DSSE envelope has signed: the type of the content and the content.</summary>
    /// <param name="key">The private key: ECDSA, or RSA of at least 2048 bits, also one that a hardware module keeps.</param>
    /// <exception cref="InvalidOptionException">It is another kind of key.</exception>
    /// <exception cref="CryptographicException">The key cannot sign: it has no private part, or its module refuses.</exception>
    public Receipt<T> Sign(AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] signature = SigningKey.Sign(key, Envelope.Signed(_bytes));
        return new(_statement, Signatures.Add(new(SigningKey.Id(key), Convert.ToBase64String(signature))));
    }

    /// <summary>Whether a key signed this receipt; what differs is said.</summary>
    /// <param name="key">The public key.</param>
    /// <exception cref="InvalidOptionException">It is neither ECDSA nor RSA.</exception>
    public SignatureCheck Verify(AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string id = SigningKey.Id(key);
        if (Signatures.IsEmpty)
            return new("the receipt is not signed");
        ReceiptSignature[] own = [.. Signatures.Where(signature => signature.KeyId == id)];
        return own.Length == 0
            ? new($"the receipt is signed by another key: by {string.Join(" and ", Signatures.Select(signature => signature.KeyId))}, and the key that was given is {id}")
            : new(Array.Exists(own, signature => SigningKey.Verify(key, Envelope.Signed(_bytes), Convert.FromBase64String(signature.Value)))
                ? null
                : $"the signature of key {id} is not of this content: the receipt or the signature was changed");
    }

    /// <summary>A COSE signature beside the receipt (COSE_Sign1 of RFC 9052, the content detached), for those that verify with COSE.</summary>
    /// <param name="key">The private key: ECDSA or RSA.</param>
    /// <exception cref="InvalidOptionException">It is another kind of key.</exception>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public byte[] SignCose(AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return CoseSignature.Sign(key, _bytes);
    }

    /// <summary>Whether a COSE signature is one of this receipt by a key; what differs is said.</summary>
    /// <param name="signature">What <see cref="SignCose"/> gave.</param>
    /// <param name="key">The public key.</param>
    /// <exception cref="InvalidOptionException">It is neither ECDSA nor RSA.</exception>
    public SignatureCheck VerifyCose(ReadOnlySpan<byte> signature, AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(CoseSignature.Problem(signature, key, _bytes));
    }
}
