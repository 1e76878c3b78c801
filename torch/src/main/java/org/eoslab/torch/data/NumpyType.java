package org.eoslab.torch.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of entries that are read from NumPy's files. */
enum NumpyType {
    FLOAT32("f4", "float32", 4, false) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.getFloat(place);
        }
    },
    FLOAT64("f8", "float64", 8, false) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.getDouble(place);
        }
    },
    BOOL("b1", "bool", 1, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.get(place) == 0 ? 0 : 1;
        }
    },
    INT8("i1", "int8", 1, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.get(place);
        }
    },
    UINT8("u1", "uint8", 1, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return Byte.toUnsignedInt(bytes.get(place));
        }
    },
    INT16("i2", "int16", 2, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.getShort(place);
        }
    },
    UINT16("u2", "uint16", 2, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return Short.toUnsignedInt(bytes.getShort(place));
        }
    },
    INT32("i4", "int32", 4, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.getInt(place);
        }
    },
    UINT32("u4", "uint32", 4, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return Integer.toUnsignedLong(bytes.getInt(place));
        }
    },
    INT64("i8", "int64", 8, true) {
        @Override
        double at(ByteBuffer bytes, int place) {
            return bytes.getLong(place);
        }
    };

    private final String code;
    private final String numpy;
    private final int bytes;
    private final boolean whole;

    NumpyType(String code, String numpy, int bytes, boolean whole) {
        this.code = code;
        this.numpy = numpy;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** The type of a header's code without the byte order, such as {@code f8}. */
    static Optional<NumpyType> of(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }

    /** All of them as NumPy names them. */
    static String names() {
        return Arrays.stream(values()).map(NumpyType::numpy).collect(Collectors.joining(", "));
    }

    String numpy() {
        return numpy;
    }

    /** The size of an entry. */
    int bytes() {
        return bytes;
    }

    boolean whole() {
        return whole;
    }

    /** The entry whose first byte is at {@code place}. */
    abstract double at(ByteBuffer bytes, int place);
}
