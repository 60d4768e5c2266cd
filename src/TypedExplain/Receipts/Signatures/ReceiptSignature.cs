namespace TypedExplain;

/// <summary>A signature of a receipt, as its DSSE envelope has it.</summary>
public sealed record ReceiptSignature
{
    internal ReceiptSignature(string keyId, string value) => (KeyId, Value) = (keyId, value);

    /// <summary>The SHA-256 of the public key (SubjectPublicKeyInfo), as 64 hexadecimal digits.</summary>
    public string KeyId { get; }

    /// <summary>The signature in base64: of ECDSA in DER form, of RSA by PSS.</summary>
    public string Value { get; }
}
