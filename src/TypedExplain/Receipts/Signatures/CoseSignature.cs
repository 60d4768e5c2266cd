using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Text;

namespace TypedExplain.Receipts.Signatures;

/// <summary>COSE_Sign1 over content that lies beside it.</summary>
internal static class CoseSignature
{
    public static byte[] Sign(AsymmetricAlgorithm key, byte[] content)
    {
        byte[] id = Encoding.ASCII.GetBytes(SigningKey.Id(key));
        CoseHeaderMap signed = new() { [CoseHeaderLabel.ContentType] = CoseHeaderValue.FromString(Envelope.PayloadType) };
        CoseHeaderMap unsigned = new() { [CoseHeaderLabel.KeyIdentifier] = CoseHeaderValue.FromBytes(id) };
        CoseSigner signer = key is RSA rsa
            ? new(rsa, RSASignaturePadding.Pss, SigningKey.Hash(key), signed, unsigned)
            : new(key, SigningKey.Hash(key), signed, unsigned);
        return CoseSign1Message.SignDetached(content, signer, associatedData: null);
    }

    /// <summary>What is wrong with a signature; null where nothing is.</summary>
    public static string? Problem(ReadOnlySpan<byte> signature, AsymmetricAlgorithm key, byte[] content)
    {
        string id = SigningKey.Id(key);
        try
        {
            CoseSign1Message message = CoseMessage.DecodeSign1(signature);
            if (!message.ProtectedHeaders.TryGetValue(CoseHeaderLabel.ContentType, out CoseHeaderValue type) || type.GetValueAsString() != Envelope.PayloadType)
                return $"the COSE signature is not of a receipt: the type of its content is not {Envelope.PayloadType}";
            if (message.Content is not null)
                return "the COSE signature holds content of its own; that of a receipt is detached";
            if (message.VerifyDetached(key, content))
                return null;
            return message.UnprotectedHeaders.TryGetValue(CoseHeaderLabel.KeyIdentifier, out CoseHeaderValue other) && Encoding.ASCII.GetString(other.GetValueAsBytes()) is string named && named != id
                ? $"the COSE signature is by another key: by {named}, and the key that was given is {id}"
                : $"the COSE signature of key {id} is not of this content: the receipt or the signature was changed";
        }
        catch (Exception error) when (error is CryptographicException or InvalidOperationException or ArgumentException)
        {
            return $"the COSE signature cannot be read or is of another kind of key: {error.Message}";
        }
    }
}
