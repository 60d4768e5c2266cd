namespace TypedExplain.Onnx.Files;

/// <summary>How protobuf writes a value.</summary>
internal enum ProtoWire
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
