namespace TypedExplain;

/// <summary>A signature of a receipt, as its DSSE envelope has it.</summary>
/// <param name="KeyId">The SHA-256 of the public key (SubjectPublicKeyInfo), as 64 hexadecimal digits.</param>
/// <param name="Value">The signature in base64: of ECDSA in DER form, of RSA by PSS.</param>
public sealed record ReceiptSignature(string KeyId, string Value);
