"""The few slots of the public TFLite schema that the reader and the writer share.

A FlatBuffers table is a list of numbered slots. Naming the two dozen slots a
convolutional network touches spares a dependency of several hundred megabytes.
"""

FILE_IDENTIFIER = b"TFL3"
SCHEMA_VERSION = 3


class Model:
    VERSION, OPERATOR_CODES, SUBGRAPHS, DESCRIPTION, BUFFERS, _METADATA_BUFFER, METADATA = range(7)
    SLOTS = 8


class OperatorCode:
    DEPRECATED_BUILTIN_CODE, CUSTOM_CODE, VERSION, BUILTIN_CODE = range(4)
    SLOTS = 4


class SubGraph:
    TENSORS, INPUTS, OUTPUTS, OPERATORS, NAME = range(5)
    SLOTS = 5


class Tensor:
    SHAPE, TYPE, BUFFER, NAME, QUANTIZATION = range(5)
    SLOTS = 5


class Quantization:
    MIN, MAX, SCALE, ZERO_POINT, _DETAILS_TYPE, _DETAILS, DIMENSION = range(7)
    SLOTS = 7


class Buffer:
    DATA = 0
    SLOTS = 1


class Operator:
    OPCODE_INDEX, INPUTS, OUTPUTS, OPTIONS_TYPE, OPTIONS = range(5)
    SLOTS = 5


class Metadata:
    NAME, BUFFER = range(2)
    SLOTS = 2


class TensorType:
    FLOAT32, FLOAT16, INT32, UINT8 = range(4)
    INT8 = 9


class BuiltinOperator:
    ADD = 0
    CONCATENATION = 2
    CONV_2D = 3
    DEPTHWISE_CONV_2D = 4
    DEQUANTIZE = 6
    LOGISTIC = 14
    MUL = 18
    RELU = 19
    RELU6 = 21
    RESHAPE = 22
    RESIZE_BILINEAR = 23
    SOFTMAX = 25
    TRANSPOSE = 39
    MEAN = 40


class BuiltinOptions:
    NONE = 0
    CONV_2D = 1
    DEPTHWISE_CONV_2D = 2
    SOFTMAX = 9
    CONCATENATION = 10
    ADD = 11
    RESIZE_BILINEAR = 15
    MUL = 21
    REDUCER = 27


class Activation:
    NONE, RELU = 0, 1
    RELU6 = 3


PADDING_SAME = 0
